package companion.practice.cloudformation;

/** A template of the shape of the workshop's set-up stack (facts, section 1.1): thirty resources, eleven exports. */
final class RequiredInfrastructure {
    static final String TEMPLATE =
            """
            AWSTemplateFormatVersion: '2010-09-09'
            Description: The infrastructure of the workshop
            Parameters:
              EnvironmentName: {Type: String, Default: prod}
              WorkloadName: {Type: String, Default: devops-workshop}
              AppName: {Type: String, Default: webapp}
              ContainerImage: {Type: String}
              ContainerPort: {Type: Number, Default: 80}
              TaskCPU: {Type: Number, Default: 256}
              TaskMemory: {Type: Number, Default: 512}
              TaskCount: {Type: Number, Default: 2}
              DeploymentType: {Type: String, Default: CODE_DEPLOY, AllowedValues: [ECS, CODE_DEPLOY]}
            Mappings:
              SubnetConfig:
                VPC: {CIDR: 10.0.0.0/16}
                PublicOne: {CIDR: 10.0.0.0/24}
                PublicTwo: {CIDR: 10.0.1.0/24}
                PrivateOne: {CIDR: 10.0.100.0/24}
                PrivateTwo: {CIDR: 10.0.101.0/24}
            Resources:
              VPC:
                Type: AWS::EC2::VPC
                Properties:
                  EnableDnsSupport: true
                  EnableDnsHostnames: true
                  CidrBlock: !FindInMap [SubnetConfig, VPC, CIDR]
                  Tags: [{Key: Name, Value: !Ref EnvironmentName}]
              PublicSubnetOne:
                Type: AWS::EC2::Subnet
                Properties:
                  AvailabilityZone: !Select [0, !GetAZs '']
                  VpcId: !Ref VPC
                  CidrBlock: !FindInMap [SubnetConfig, PublicOne, CIDR]
                  MapPublicIpOnLaunch: true
              PublicSubnetTwo:
                Type: AWS::EC2::Subnet
                Properties:
                  AvailabilityZone: !Select [1, !GetAZs '']
                  VpcId: !Ref VPC
                  CidrBlock: !FindInMap [SubnetConfig, PublicTwo, CIDR]
                  MapPublicIpOnLaunch: true
              PrivateSubnetOne:
                Type: AWS::EC2::Subnet
                Properties:
                  AvailabilityZone: !Select [0, !GetAZs '']
                  VpcId: !Ref VPC
                  CidrBlock: !FindInMap [SubnetConfig, PrivateOne, CIDR]
                  Tags: [{Key: Name, Value: PrivateOne}]
              PrivateSubnetTwo:
                Type: AWS::EC2::Subnet
                Properties:
                  AvailabilityZone: !Select [1, !GetAZs '']
                  VpcId: !Ref VPC
                  CidrBlock: !FindInMap [SubnetConfig, PrivateTwo, CIDR]
                  Tags: [{Key: Name, Value: PrivateTwo}]
              InternetGateway: {Type: AWS::EC2::InternetGateway}
              GatewayAttachment:
                Type: AWS::EC2::VPCGatewayAttachment
                Properties: {VpcId: !Ref VPC, InternetGatewayId: !Ref InternetGateway}
              PublicRouteTable: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref VPC}}
              PublicRoute:
                Type: AWS::EC2::Route
                DependsOn: GatewayAttachment
                Properties:
                  RouteTableId: !Ref PublicRouteTable
                  DestinationCidrBlock: 0.0.0.0/0
                  GatewayId: !Ref InternetGateway
              PublicSubnetOneRouteTableAssociation:
                Type: AWS::EC2::SubnetRouteTableAssociation
                Properties: {SubnetId: !Ref PublicSubnetOne, RouteTableId: !Ref PublicRouteTable}
              PublicSubnetTwoRouteTableAssociation:
                Type: AWS::EC2::SubnetRouteTableAssociation
                Properties: {SubnetId: !Ref PublicSubnetTwo, RouteTableId: !Ref PublicRouteTable}
              NatGatewayOneAttachment:
                Type: AWS::EC2::EIP
                DependsOn: GatewayAttachment
                Properties: {Domain: vpc}
              NatGatewayOne:
                Type: AWS::EC2::NatGateway
                Properties:
                  AllocationId: !GetAtt NatGatewayOneAttachment.AllocationId
                  SubnetId: !Ref PublicSubnetOne
              PrivateRouteTable: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref VPC}}
              PrivateRoute:
                Type: AWS::EC2::Route
                Properties:
                  RouteTableId: !Ref PrivateRouteTable
                  DestinationCidrBlock: 0.0.0.0/0
                  NatGatewayId: !Ref NatGatewayOne
              PrivateSubnetOneRouteTableAssociation:
                Type: AWS::EC2::SubnetRouteTableAssociation
                Properties: {SubnetId: !Ref PrivateSubnetOne, RouteTableId: !Ref PrivateRouteTable}
              PrivateSubnetTwoRouteTableAssociation:
                Type: AWS::EC2::SubnetRouteTableAssociation
                Properties: {SubnetId: !Ref PrivateSubnetTwo, RouteTableId: !Ref PrivateRouteTable}
              ECSCluster:
                Type: AWS::ECS::Cluster
                Properties: {ClusterName: !Sub 'ecs-${WorkloadName}'}
              ContainerSecurityGroup:
                Type: AWS::EC2::SecurityGroup
                Properties:
                  GroupDescription: Access to the Fargate containers
                  VpcId: !Ref VPC
                  SecurityGroupIngress:
                    - {IpProtocol: -1, SourceSecurityGroupId: !Ref PublicLoadBalancerSG}
              ContainerSecurityGroupIngressFromSelf:
                Type: AWS::EC2::SecurityGroupIngress
                Properties:
                  GroupId: !Ref ContainerSecurityGroup
                  IpProtocol: -1
                  SourceSecurityGroupId: !Ref ContainerSecurityGroup
              PublicLoadBalancerSG:
                Type: AWS::EC2::SecurityGroup
                Properties:
                  GroupDescription: Access to the public facing load balancer
                  VpcId: !Ref VPC
                  SecurityGroupIngress:
                    - {CidrIp: 0.0.0.0/0, IpProtocol: -1}
              PublicLoadBalancer:
                Type: AWS::ElasticLoadBalancingV2::LoadBalancer
                DependsOn: GatewayAttachment
                Properties:
                  Name: !Sub 'alb-${WorkloadName}'
                  Scheme: internet-facing
                  LoadBalancerAttributes: [{Key: idle_timeout.timeout_seconds, Value: '12'}]
                  Subnets: [!Ref PublicSubnetOne, !Ref PublicSubnetTwo]
                  SecurityGroups: [!Ref PublicLoadBalancerSG]
              TargetGroupPublic:
                Type: AWS::ElasticLoadBalancingV2::TargetGroup
                Properties:
                  HealthCheckIntervalSeconds: 10
                  HealthCheckPath: /
                  HealthCheckProtocol: HTTP
                  HealthCheckTimeoutSeconds: 5
                  HealthyThresholdCount: 2
                  UnhealthyThresholdCount: 10
                  Matcher: {HttpCode: 200-299}
                  TargetGroupAttributes: [{Key: deregistration_delay.timeout_seconds, Value: '5'}]
                  TargetType: ip
                  Name: ecs-devops-webapp-TG
                  Port: 80
                  Protocol: HTTP
                  VpcId: !Ref VPC
              DummyTargetGroupPublic:
                Type: AWS::ElasticLoadBalancingV2::TargetGroup
                Properties:
                  TargetType: ip
                  Name: ecs-devops-webapp-TG-tmp
                  Port: 80
                  Protocol: HTTP
                  VpcId: !Ref VPC
              PublicLoadBalancerListener:
                Type: AWS::ElasticLoadBalancingV2::Listener
                Properties:
                  DefaultActions: [{TargetGroupArn: !Ref TargetGroupPublic, Type: forward}]
                  LoadBalancerArn: !Ref PublicLoadBalancer
                  Port: 80
                  Protocol: HTTP
              PublicLoadBalancerTestListener:
                Type: AWS::ElasticLoadBalancingV2::Listener
                Properties:
                  DefaultActions: [{TargetGroupArn: !Ref TargetGroupPublic, Type: forward}]
                  LoadBalancerArn: !Ref PublicLoadBalancer
                  Port: 8080
                  Protocol: HTTP
              ExecutionRole:
                Type: AWS::IAM::Role
                Properties:
                  RoleName: ECSTaskExecutionRole
                  AssumeRolePolicyDocument:
                    Version: 2012-10-17
                    Statement:
                      - {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: 'sts:AssumeRole'}
                  ManagedPolicyArns:
                    - !Sub 'arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'
              TaskRole:
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument:
                    Statement:
                      - {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: 'sts:AssumeRole'}
                  Policies:
                    - PolicyName: DenyIAM
                      PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Deny, Action: 'iam:*', Resource: '*'}]}
              TaskDefinition:
                Type: AWS::ECS::TaskDefinition
                Properties:
                  Family: !Join ['-', [!Ref AppName, !Ref WorkloadName]]
                  Cpu: !Ref TaskCPU
                  Memory: !Ref TaskMemory
                  NetworkMode: awsvpc
                  RequiresCompatibilities: [FARGATE]
                  ExecutionRoleArn: !Ref ExecutionRole
                  TaskRoleArn: !GetAtt TaskRole.Arn
                  ContainerDefinitions:
                    - Name: !Ref AppName
                      Image: !Ref ContainerImage
                      PortMappings: [{ContainerPort: !Ref ContainerPort}]
              Service:
                Type: AWS::ECS::Service
                DependsOn: PublicLoadBalancerListener
                Properties:
                  Cluster: !Ref ECSCluster
                  TaskDefinition: !Ref TaskDefinition
                  DesiredCount: !Ref TaskCount
                  LaunchType: FARGATE
                  PlatformVersion: LATEST
                  EnableExecuteCommand: true
                  PropagateTags: SERVICE
                  HealthCheckGracePeriodSeconds: 60
                  DeploymentController: {Type: !Ref DeploymentType}
                  NetworkConfiguration:
                    AwsvpcConfiguration:
                      AssignPublicIp: ENABLED
                      Subnets: [!Ref PublicSubnetOne, !Ref PublicSubnetTwo]
                      SecurityGroups: [!Ref PublicLoadBalancerSG]
                  LoadBalancers:
                    - {ContainerName: !Ref AppName, ContainerPort: !Ref ContainerPort, TargetGroupArn: !Ref TargetGroupPublic}
            Outputs:
              ClusterName: {Value: !Ref ECSCluster, Export: {Name: !Sub '${EnvironmentName}:ClusterName'}}
              VpcId: {Value: !Ref VPC, Export: {Name: !Sub '${EnvironmentName}:VpcId'}}
              PublicSubnetOne: {Value: !Ref PublicSubnetOne, Export: {Name: !Sub '${EnvironmentName}:PublicSubnetOne'}}
              PublicSubnetTwo: {Value: !Ref PublicSubnetTwo, Export: {Name: !Sub '${EnvironmentName}:PublicSubnetTwo'}}
              PrivateSubnetOne: {Value: !Ref PrivateSubnetOne, Export: {Name: !Sub '${EnvironmentName}:PrivateSubnetOne'}}
              PrivateSubnetTwo: {Value: !Ref PrivateSubnetTwo, Export: {Name: !Sub '${EnvironmentName}:PrivateSubnetTwo'}}
              ContainerSecurityGroup:
                Value: !Ref ContainerSecurityGroup
                Export: {Name: !Sub '${EnvironmentName}:ContainerSecurityGroup'}
              PublicLoadBalancerSG:
                Value: !Ref PublicLoadBalancerSG
                Export: {Name: !Sub '${EnvironmentName}:PublicLoadBalancerSG'}
              PublicListener:
                Value: !Ref PublicLoadBalancerListener
                Export: {Name: !Sub '${EnvironmentName}:PublicListener'}
              TestListener:
                Value: !Ref PublicLoadBalancerTestListener
                Export: {Name: !Sub '${EnvironmentName}:TestListener'}
              ExternalUrl:
                Description: The url of the load balancer
                Value: !Sub 'http://${PublicLoadBalancer.DNSName}'
                Export: {Name: !Sub '${EnvironmentName}:ExternalUrl'}
            """;

    private RequiredInfrastructure() {}
}
